"""What people decided on a report: reviews as events, what they add up to, and labelled data made from them."""
