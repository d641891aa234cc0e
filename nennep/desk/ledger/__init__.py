"""Sổ cái as a page. The ledger stands above people and units; what its references mean is looked up here."""
