"""What people see of the pretend network: the consent page, an account's feed, one post."""
