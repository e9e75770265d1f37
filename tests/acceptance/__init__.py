"""The program seen from outside: commands in processes of their own, files, and nothing else."""
