// SPDX-License-Identifier: GPL-2.0-only
/**
 * The QDIO base layer: establishing the queues of a subchannel, handing SBALs to the channel and back, signals, interrupts and
 * tasklets. It ports {@code qdio_main.c}, {@code qdio_setup.c} and {@code qdio_thinint.c} for FCP devices with thin interrupts.
 *
 * <p>The driver uses {@link org.zfcp4j.qdio.Qdio}; hardware implements {@link org.zfcp4j.qdio.Subchannel} and reports to
 * {@link org.zfcp4j.qdio.SubchannelInterrupts}, which {@link org.zfcp4j.qdio.CcwDevice} is. The hot path, from
 * {@code doQdio} and the tasklets down, does not allocate.
 */
package org.zfcp4j.qdio;
