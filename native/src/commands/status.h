// SPDX-License-Identifier: GPL-2.0-only
/* The two statuses of a request. */
#ifndef FCPMOCK_STATUS_H
#define FCPMOCK_STATUS_H

#include "state/state.h"

void command_put_status(struct command *c);
void command_fsf_status(struct command *c, uint32_t fsf, uint32_t qual0, uint32_t qual1);
void command_prot_status(struct command *c, uint32_t prot, uint32_t qual0);

#endif
