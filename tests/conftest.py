"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# Machines differ: no test may fail because an example took long.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
