"""The steps from an older record to the present one; run by themselves when a record is opened."""
