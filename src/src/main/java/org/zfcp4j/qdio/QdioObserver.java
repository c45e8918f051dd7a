// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * What an environment may see of the QDIO layer. All methods run in the context of the caller, some with spin locks held; they
 * must neither call the driver nor block.
 */
public interface QdioObserver {
    /** Sees nothing. */
    QdioObserver NONE = new QdioObserver() {
    };

    /** {@code qdio_establish} is about to return {@code rc}. */
    default void establish(CcwDevice cdev, QdioInitialize init, int rc) {
    }

    /** {@code qdio_get_ssqd_desc} is about to return {@code rc}; {@code qdioac2} is 0 if it failed. */
    default void ssqd(CcwDevice cdev, int qdioac2, int rc) {
    }

    /** {@code qdio_activate} is about to return {@code rc}. */
    default void activate(CcwDevice cdev, int rc) {
    }

    /** {@code qdio_shutdown} was called by the driver. */
    default void shutdown(CcwDevice cdev, int how) {
    }

    /** {@code qdio_shutdown} is about to return. */
    default void shutdownDone(CcwDevice cdev) {
    }

    /**
     * {@code do_QDIO} was called to hand SBALs of the output queue to the channel. The last moment at which they are certain to hold
     * what they were filled with: as soon as the channel has taken them, the driver's handler may clear them.
     */
    default void submit(CcwDevice cdev, int first, int count) {
    }

    /** SBALs that were just made PRIMED stay the driver's: the synchronisation that shows them to the channel has failed. */
    default void unseen(CcwDevice cdev, int first, int count) {
    }

    /** {@code do_QDIO} is about to return {@code rc}. */
    default void doQdio(CcwDevice cdev, boolean input, int first, int count, int rc) {
    }

    /** A driver's handler is about to be called. */
    default void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
    }

    /** States of SBALs were set to {@code state}. */
    default void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
    }
}
