"""ketluan: inspections in YAML become formal Vietnamese papers in Word and PDF."""

__version__ = "0.1.0"
