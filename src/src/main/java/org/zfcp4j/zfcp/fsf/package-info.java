// SPDX-License-Identifier: GPL-2.0-only
/**
 * {@code zfcp_fsf.c}: the commands to the FCP channel. A command and the handler of its answer are one class; what all of
 * them share is in {@link org.zfcp4j.zfcp.fsf.FsfReqs} (life of a request) and {@link org.zfcp4j.zfcp.fsf.FsfCompletion}.
 *
 * <p>Senders take {@code req_q_lock} and hold it from getting an SBAL until the request is sent. Handlers run in the
 * tasklet of the response queue, or in the ERP thread when the adapter is closed and all requests are dismissed.
 */
package org.zfcp4j.zfcp.fsf;
