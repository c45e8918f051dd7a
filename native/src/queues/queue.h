// SPDX-License-Identifier: GPL-2.0-only
/* States of the SBALs, and responses in the input queue. */
#ifndef FCPMOCK_QUEUE_H
#define FCPMOCK_QUEUE_H

#include "state/state.h"

/* queue.c */
uint8_t queue_state(const struct queue *q, uint32_t i);
void queue_set_state(const struct queue *q, uint32_t i, uint8_t state);
void response_push(struct subchannel *sub, uint64_t req_id, const struct fcp_fault *fault);
bool response_place(struct subchannel *sub, struct fcp_step *out);

#endif
