// SPDX-License-Identifier: GPL-2.0-only
/* Status read buffers and the notifications that fill them. */
#ifndef FCPMOCK_SRB_H
#define FCPMOCK_SRB_H

#include "state/state.h"

/* srb.c */
uint32_t srb_limit(const struct subchannel *sub);
uint32_t srb_accept(struct subchannel *sub, uint64_t req_id, uint64_t address);
int note_push(struct subchannel *sub, const struct fcp_notification *n);
bool note_present(struct subchannel *sub, struct fcp_step *out);
uint64_t note_due(struct subchannel *sub);

#endif
