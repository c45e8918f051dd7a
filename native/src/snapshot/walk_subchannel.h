// SPDX-License-Identifier: GPL-2.0-only
/* A subchannel on a tape. */
#ifndef FCPMOCK_WALK_SUBCHANNEL_H
#define FCPMOCK_WALK_SUBCHANNEL_H

#include "snapshot/tape.h"

void walk_subchannel(struct tape *t, struct subchannel *sub);
void walk_fault(struct tape *t, struct fcp_fault *f);

#endif
