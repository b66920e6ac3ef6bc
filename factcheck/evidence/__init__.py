"""What the judged pairs add up to: findings, best supported values, trust."""
