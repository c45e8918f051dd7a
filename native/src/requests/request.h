// SPDX-License-Identifier: GPL-2.0-only
/* Requests in the channel, and the lists that hold them. */
#ifndef FCPMOCK_REQUEST_H
#define FCPMOCK_REQUEST_H

#include "state/state.h"

/* request.c */
struct command *command_new(struct subchannel *sub);
void command_free(struct command *c);
int command_add_segment(struct command *c, uint64_t addr, uint32_t length, uint32_t sbal);
void command_list_add_due(struct command_list *l, struct command *c);
void command_list_add(struct command_list *l, struct command *c);
void command_list_remove(struct command_list *l, struct command *c);
struct command *command_find(struct subchannel *sub, uint64_t req_id);
void commands_drop(struct subchannel *sub);

#endif
