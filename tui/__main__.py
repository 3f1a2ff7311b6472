"""``python -m tui`` is ``ossetia-reader``; where the program begins."""

import sys


def main() -> int:
    """The command line, from its first moment to its last: Ctrl+C while it loads is no defect."""
    try:
        from tui.cli import main as command_line

        return command_line()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
