// SPDX-License-Identifier: MIT
//
// Every command of the program, each defined in the file of src/commands that bears its name.
#pragma once

#include "session/invocation.hpp"

namespace mentor {

extern const Command home_command; // `mentor` alone

extern const Command add_command;
extern const Command agree_command;
extern const Command ask_command;
extern const Command check_command;
extern const Command config_command;
extern const Command done_command;
extern const Command draft_command;
extern const Command drop_command;
extern const Command due_command;
extern const Command edit_command;
extern const Command end_command;
extern const Command goal_add_command;
extern const Command goal_done_command;
extern const Command goal_drop_command;
extern const Command goal_edit_command;
extern const Command goal_grow_command;
extern const Command goal_list_command;
extern const Command goal_step_command;
extern const Command guide_command;
extern const Command health_command;
extern const Command history_command;
extern const Command init_command;
extern const Command list_command;
extern const Command log_command;
extern const Command pause_command;
extern const Command plan_command;
extern const Command prep_command;
extern const Command prospects_command;
extern const Command pulse_command;
extern const Command redo_command;
extern const Command remind_command;
extern const Command remove_command;
extern const Command rename_command;
extern const Command resume_command;
extern const Command review_command;
extern const Command set_command;
extern const Command show_command;
extern const Command snooze_command;
extern const Command todo_command;
extern const Command todo_add_command;
extern const Command todo_move_command;
extern const Command told_command;
extern const Command undo_command;

} // namespace mentor
