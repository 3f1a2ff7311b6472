"""Saved news pages of our own making, in structures that sites commonly have."""

from __future__ import annotations

from filemakers import Article, html_body

AROUND = (
    "World", "Politics", "Sign in", "We use cookies to improve your experience", "Accept all",
    "Volcano erupts on a remote island overnight", "Ten recipes for a rainy autumn weekend",
    "Buy one mattress and get another one free today", "First!!! What a disgrace, as always",
    "Most read", "Terms of use", "Share on Facebook", "Enter your address to get our morning briefing",
)  # fmt: skip


def modern(article: Article) -> str:
    """Elements of HTML 5, metadata in Open Graph and JSON-LD, a cookie banner over it all."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{article[0][1]} | The Harbour Post</title>
<meta property="og:title" content="{article[0][1]}">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2019-05-03T08:15:00+02:00">
<meta property="article:modified_time" content="2021-01-01T00:00:00Z">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"author": [{{"@type": "Person", "name": "Anna Berg"}}], "dateModified": "2021-01-01"}}</script>
<script>var tracker = "do not show me";</script></head><body>
<div id="cookie-consent" role="dialog"><p>We use cookies to improve your experience</p>
<button>Accept all</button></div>
<header><nav><ul><li><a href="/w">World</a></li><li><a href="/p">Politics</a></li>
<li><a href="/in">Sign in</a></li></ul></nav></header>
<main><article>{html_body(article)}</article></main>
<aside class="related"><h3>More news</h3><ul>
<li><a href="/1">Volcano erupts on a remote island overnight</a></li>
<li><a href="/2">Ten recipes for a rainy autumn weekend</a></li></ul></aside>
<footer><a href="/t">Terms of use</a></footer></body></html>"""


def divs(article: Article) -> str:
    """Nothing but div, told apart by class names; an advertisement amid the text."""
    (_, headline), *rest = article
    half = len(rest) // 2
    body = [f'<div class="article-body__p"><p>{w}</p></div>' for _, w in rest]
    advert = '<div class="ad-slot"><p>Buy one mattress and get another one free today</p></div>'
    return f"""<html><head><title>{headline} - City Wire</title>
<meta name="author" content="By Anna Berg"><meta name="date" content="2019-05-03"></head><body>
<div class="topbar"><div class="menu"><a href="/">World</a> <a href="/">Politics</a></div></div>
<div class="wrap"><div class="story"><h1 class="story-title">{headline}</h1>
<div class="share-buttons"><a href="#">Share on Facebook</a></div>
<div class="article-body">{"".join(body[:half])}{advert}{"".join(body[half:])}</div></div>
<div class="sidebar"><div class="widget"><a href="/">Volcano erupts on a remote island overnight</a>
</div></div></div>
<div class="comments"><div class="comment"><p>First!!! What a disgrace, as always</p></div></div>
<div class="footer"><a href="/">Terms of use</a></div></body></html>"""


def tables(article: Article) -> str:
    """A page of the nineties: a layout of tables, capitals, and unclosed paragraphs."""
    (_, headline), *rest = article
    words = "\n<P>".join(w for _, w in rest)
    return f"""<HTML><HEAD><TITLE>{headline}</TITLE></HEAD><BODY BGCOLOR=#ffffff>
<TABLE WIDTH=760><TR><TD COLSPAN=2><A HREF="/">World</A> | <A HREF="/p">Politics</A> |
<A HREF="/s">Sign in</A></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP><A HREF="/1">Volcano erupts on a remote island overnight</A><BR>
<A HREF="/2">Ten recipes for a rainy autumn weekend</A></TD>
<TD VALIGN=TOP><H1>{headline}</H1>
<P>{words}
</TD></TR><TR><TD COLSPAN=2><A HREF="/t">Terms of use</A></TD></TR></TABLE></BODY></HTML>"""


def blog(article: Article) -> str:
    """A blog's markup: entry content, tags and a newsletter form below, comments at the end."""
    return f"""<!doctype html><html><head><title>{article[0][1]} » Harbour Notes</title>
<meta property="og:site_name" content="Harbour Notes"></head><body class="post-template">
<div id="page"><div id="masthead"><p class="site-title">Harbour Notes</p>
<ul class="menu"><li><a href="/">World</a></li><li><a href="/">Politics</a></li></ul></div>
<div id="content"><div class="post hentry"><div class="entry-content">{html_body(article)}</div>
<form class="newsletter"><p>Enter your address to get our morning briefing</p><input></form>
<div class="related-posts"><h3>Read next</h3>
<a href="/2">Ten recipes for a rainy autumn weekend</a></div></div>
<ol class="commentlist"><li class="comment"><p>First!!! What a disgrace, as always</p></li></ol>
</div></div><div id="footer"><p><a href="/t">Terms of use</a></p></div></body></html>"""


def heavy(article: Article) -> str:
    """A portal: far more around the article than in it, lines broken with <br>."""
    (_, headline), *rest = article
    teaser = (
        '<li class="teaser"><a href="/{0}">Volcano erupts on a remote island overnight</a></li>'
    )
    links = "".join(teaser.format(n) for n in range(60))
    words = "<br><br>\n".join(w for _, w in rest)
    return f"""<!DOCTYPE html><html><head><title>{headline}</title>
<meta property="article:published_time" content="2019-05-03"></head><body>
<div class="gdpr-overlay"><p>We use cookies to improve your experience</p></div>
<ul class="nav">{links}</ul><div id="main-column"><h1>{headline}</h1>
<div itemprop="articleBody" class="text">{words}</div>
<div class="social"><a href="#">Share on Facebook</a></div></div>
<div class="most-read"><ul>{links}</ul></div>
<noscript><p>Accept all</p></noscript></body></html>"""


def fonts(article: Article) -> str:
    """Older still: the headline in a large font, a column of links parted by <BR>."""
    (_, headline), *rest = article
    words = "<BR><BR>".join(f"<FONT FACE=Arial SIZE=2>{w}</FONT>" for _, w in rest)
    return f"""<HTML><HEAD><TITLE>{headline}</TITLE></HEAD><BODY><TABLE WIDTH=100%><TR><TD>
<A HREF="/">World</A> <A HREF="/p">Politics</A> <A HREF="/s">Sign in</A></TD></TR></TABLE>
<TABLE><TR><TD WIDTH=150><FONT SIZE=1><A HREF="/1">Volcano erupts on a remote island overnight</A>
<BR><A HREF="/2">Ten recipes for a rainy autumn weekend</A></FONT></TD>
<TD><FONT SIZE=5><B>{headline}</B></FONT><BR><BR>{words}</TD></TR></TABLE>
<CENTER><A HREF="/t">Terms of use</A></CENTER></BODY></HTML>"""


def amp(article: Article) -> str:
    """For telephones: elements of its own for advertisements, consent and menus."""
    (_, headline), *rest = article
    advert = "<amp-ad width=300><div>Buy one mattress and get another one free today</div></amp-ad>"
    words = advert.join(f"<p>{w}</p>" for _, w in rest)
    return f"""<!doctype html><html amp><head><meta charset="utf-8"><title>{headline}</title></head>
<body><amp-sidebar><ul><li><a href="/">World</a></li><li><a href="/p">Politics</a></li></ul>
</amp-sidebar><amp-consent><div><p>We use cookies to improve your experience</p></div></amp-consent>
<article class="amp-wp-article"><header><h1>{headline}</h1></header>
<div class="amp-wp-article-content">{words}</div><footer>
<amp-social-share type="x">Share on Facebook</amp-social-share></footer></article></body></html>"""


def live(article: Article) -> str:
    """A live blog: each paragraph a post of its own, with its buttons."""
    (_, headline), *rest = article
    posts = "".join(
        f'<div class="live-post"><p>{w}</p><div class="share"><a href="#">Share on Facebook</a></div>'
        "</div>"
        for _, w in rest
    )
    return f"""<html><head><title>{headline}</title></head><body><header><div class="nav">
<a href="/">World</a> <a href="/p">Politics</a></div></header><div class="liveblog">
<h1>{headline}</h1><div class="live-feed">{posts}</div></div><div class="most-read"><h4>Most read</h4>
<ol><li><a href="/2">Ten recipes for a rainy autumn weekend</a></li></ol></div></body></html>"""


STRUCTURES = (modern, divs, tables, blog, heavy, fonts, amp, live)
