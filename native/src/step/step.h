// SPDX-License-Identifier: GPL-2.0-only
/* The one thing that the hardware does next. */
#ifndef FCPMOCK_STEP_H
#define FCPMOCK_STEP_H

#include "state/state.h"

/* step.c */
bool step_once(fcp_channel *ch, int32_t only, struct fcp_step *out);

#endif
