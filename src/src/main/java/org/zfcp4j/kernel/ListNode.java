// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * A {@code struct list_head} that is a member of {@code owner}: a node of a circular list without allocation. A node on no
 * list is linked to itself. The lock that protects the list is the caller's.
 *
 * @param <T> the type of the owner
 */
public class ListNode<T> {
    final T owner;
    ListNode<T> next = this;
    ListNode<T> prev = this;

    public ListNode(T owner) {
        this.owner = owner;
    }

    /** A node that lies in its owner, which extends it: where the hop from one to the other counts. */
    @SuppressWarnings("unchecked")
    protected ListNode() {
        this.owner = (T) this;
    }

    public final T owner() {
        return owner;
    }

    /** True while the node is on a list. */
    public final boolean isLinked() {
        return next != this;
    }

    /** {@code list_del}; safe on a node that is on no list. */
    public final void del() {
        prev.next = next;
        next.prev = prev;
        next = this;
        prev = this;
    }

    final void insertBetween(ListNode<T> before, ListNode<T> after) {
        prev = before;
        next = after;
        before.next = this;
        after.prev = this;
    }
}
