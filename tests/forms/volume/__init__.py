"""The case volume: taking in, binding, numbering."""
