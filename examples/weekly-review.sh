#!/bin/sh
# SPDX-License-Identifier: MIT
# A Friday review: what happened this week, what is late, and whom to write to.
# From cron, which mails what it prints: 0 16 * * 5  sh ~/weekly-review.sh
set -eu
PATH=$PATH:/usr/local/bin:$HOME/.local/bin # cron looks in /usr/bin and /bin alone

mentor review --week --format md

echo
echo "## Still open"
mentor due --overdue --format '- {name}: {what} ({why})'
