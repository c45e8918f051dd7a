// SPDX-License-Identifier: GPL-2.0-only
/* The link of a subchannel, its login, and RSCNs. */
#ifndef FCPMOCK_LINK_H
#define FCPMOCK_LINK_H

#include "state/state.h"

/* link.c */
bool link_is_down(const struct subchannel *sub, uint32_t *code);
void rscn(fcp_channel *ch, uint32_t d_id, uint64_t zones, const struct subchannel *except);
void login(struct subchannel *sub);
void logoff(struct subchannel *sub);

#endif
