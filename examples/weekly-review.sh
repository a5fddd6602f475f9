#!/bin/sh
# SPDX-License-Identifier: MIT
# A Friday review: what happened this week, what is late, and whom to write to.
# Try it from cron: 0 16 * * 5  sh weekly-review.sh | mail -s "Mentoring this week" me
set -eu

mentor review --week --format md

echo
echo "## Still open"
mentor due --overdue --format '- {name}: {what} ({why})'
