// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

/**
 * How missing status read buffers are claimed and posted. Linux has one way ({@code add-unless}); the others exist to be
 * compared. Implementations are stateless: all state is in the adapter.
 */
public interface RefillPolicy {
    /** Name on the command line. */
    String policyName();

    /**
     * {@code zfcp_status_read_refill}: posts what is missing. Runs on the work queue ({@code stat_work}).
     *
     * @return 1 if all status read buffers are missing and recovery was triggered, else 0
     */
    int refill(Adapter adapter);

    /**
     * The refill of adapter open, on the ERP thread, directly after {@code stat_miss} was set.
     *
     * @return as {@link #refill}; not 0 fails the open
     */
    default int initialRefill(Adapter adapter) {
        return refill(adapter);
    }

    /** Adapter close, on the ERP thread, right after the queues were closed and before the requests are dismissed. */
    default void queuesClosed(Adapter adapter) {
    }
}
