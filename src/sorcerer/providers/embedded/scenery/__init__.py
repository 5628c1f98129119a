"""The places she is in: ten scenes at four times of day, painted, blurred a little, lit and graded."""
