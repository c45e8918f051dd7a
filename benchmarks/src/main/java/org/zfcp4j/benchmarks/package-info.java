// SPDX-License-Identifier: GPL-2.0-only
/** JMH benchmarks of the refill of status read buffers, each beside the same in C; {@code docs/performance.md} explains them. */
package org.zfcp4j.benchmarks;
