"""The case volume: attachments taken in, everything in order, numbered and bound into one file."""
