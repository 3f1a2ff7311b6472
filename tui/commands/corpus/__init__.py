"""The commands on the library: texts kept under names."""
