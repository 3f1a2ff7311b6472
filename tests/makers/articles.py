"""One story in four languages, as blocks: a headline first, then headings (h) and paragraphs (p)."""

from __future__ import annotations

ENGLISH = [
    ("h", "Ferry Runs Aground Near Lund Harbour"),
    (
        "p",
        "A ferry with 120 passengers ran aground near the harbour of Lund on Monday morning, the coast guard said. Nobody was hurt, harbour master Dr. Anna Berg told reporters.",
    ),
    (
        "p",
        "“We are all fine,” she said. “The captain acted responsibly, and the passengers remained extraordinarily calm throughout the evacuation.”",
    ),
    ("h", "What Happens Next"),
    (
        "p",
        "Divers will examine the hull on Tuesday, according to the company's representatives, who promised compensation. It was the third accident in the Anglo-American strait since 2015.",
    ),
    (
        "p",
        "The investigation is expected to take several months. Prosecutors have not ruled out charges against the officers who were responsible for navigation that night.",
    ),
    ("p", "The ferry is back in port."),
]
GERMAN = [
    ("h", "Fähre läuft vor Lund auf Grund"),
    (
        "p",
        "Eine Fähre mit 120 Passagieren ist am 5. Mai vor dem Hafen auf Grund gelaufen, teilte die Küstenwache mit. „Niemand wurde verletzt“, sagte die Hafenmeisterin Dr. Berg.",
    ),
    ("p", "Am Dienstag sollen Taucher den Rumpf untersuchen, u. a. auch die Schrauben."),
    ("p", "Über die Schadenshöhe größerer Teile wurde zunächst nichts bekannt."),
]
RUSSIAN = [
    ("h", "Паром сел на мель у Лунда"),
    (
        "p",
        "Паром со 120 пассажирами сел на мель у гавани Лунда, сообщила береговая охрана. «Никто не пострадал», — сказала начальник порта А. Берг.",
    ),
    ("p", "— Все живы! — добавила она. — Завтра придут водолазы."),
    ("p", "Паром был построен в 1999 г. в г. Гданьске, т. е. ему почти двадцать лет."),
]
GEORGIAN = [
    ("h", "ბორანი ლუნდთან მეჩეჩზე დაჯდა"),
    ("p", "ბორანი 120 მგზავრით ორშაბათს დილით მეჩეჩზე დაჯდა. არავინ დაშავებულა, თქვა ანა ბერგმა."),
    ("p", "მყვინთავები ხვალ მოვლენ. გამოძიება რამდენიმე თვეს გაგრძელდება."),
]
