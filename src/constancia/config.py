"""Settings, from the strongest to the weakest: flag, environment (CONSTANCIA_*), TOML file, default; read once."""
