// SPDX-License-Identifier: GPL-2.0-only
/* do_QDIO and the output tasklet, step by step what qdio_main.c does for an FCP device. */
#ifndef REF_QDIO_H
#define REF_QDIO_H

#include "ref_zfcp.h"

enum { IRQ_STATE_ACTIVE = 2 };

/* Hands SBALs to the channel: 0 or a negative errno. */
int do_qdio_output(struct ccw_device *cdev, unsigned bufnr, unsigned count);

/* Runs the output tasklet while it is scheduled, unless another thread does. */
void run_output_tasklet(struct qdio_q *q);

/* The interrupt handler: the channel has set the indicator. */
void thinint_handler(struct qdio_irq *irq);

/* Gives SBALs of the input queue back to the channel. */
int do_qdio_input(struct ccw_device *cdev, unsigned bufnr, unsigned count);

/* Runs the input tasklet while it is scheduled, unless another thread does. */
void run_input_tasklet(struct qdio_irq *irq);

#endif
