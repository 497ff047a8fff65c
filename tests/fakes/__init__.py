"""Stand-ins that keep their port's promises with real parts inside, for tests that need no camera."""
