"""``python -m tui`` is ``ossetia-reader``; where the program begins."""

import sys


def main() -> int:
    """The command line, from its first moment on: Ctrl+C while it loads is no defect."""
    try:
        from tui.cli import main as command_line
    except KeyboardInterrupt:
        return 130
    return command_line()


if __name__ == "__main__":
    sys.exit(main())
