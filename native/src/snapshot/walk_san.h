// SPDX-License-Identifier: GPL-2.0-only
/* What a channel is connected to, on a tape. */
#ifndef FCPMOCK_WALK_SAN_H
#define FCPMOCK_WALK_SAN_H

#include "snapshot/tape.h"

void walk_san(struct tape *t);

#endif
