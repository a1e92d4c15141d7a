"""From a sample file of a bank to a proposed format: bytes in, a frozen `Proposal` out; nothing is read or written."""
