// SPDX-License-Identifier: GPL-2.0-only
/* The one thing that the hardware does next. */
#ifndef FCPMOCK_STEP_H
#define FCPMOCK_STEP_H

#include "state/state.h"

/* step.c */
/* kinds: those that may come next, a bit for each enum fcp_step_kind. */
bool step_once(fcp_channel *ch, int32_t only, uint32_t kinds, struct fcp_step *out);

#endif
