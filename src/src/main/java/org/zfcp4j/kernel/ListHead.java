// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Consumer;

/**
 * The head of an intrusive list, {@code LIST_HEAD}: as in C a node itself, which has no owner. Iterate with
 * {@code for (var n = head.first(); n != null; n = head.next(n))}. A walk that goes on from a node which has left its list
 * meanwhile throws, where Linux runs into {@code LIST_POISON1}: it would never end.
 *
 * @param <T> what the nodes are members of
 */
public final class ListHead<T> extends ListNode<T> {
    public ListHead() {
        super(null);
    }

    public boolean isEmpty() {
        return next == this;
    }

    /** First node, or null. */
    public ListNode<T> first() {
        return next == this ? null : next;
    }

    /** The node after {@code node}, or null. Take it before the node is removed. */
    public ListNode<T> next(ListNode<T> node) {
        ListNode<T> following = node.next;
        if (following == node) {
            throw hasLeft(node);
        }
        return following == this ? null : following;
    }

    private static IllegalStateException hasLeft(ListNode<?> node) {
        return new IllegalStateException("list walk: the node of " + node.owner + " has left its list meanwhile");
    }

    /** {@code list_add}. */
    public void addHead(ListNode<T> node) {
        node.insertBetween(this, next);
    }

    /** {@code list_add_tail}. */
    public void addTail(ListNode<T> node) {
        node.insertBetween(prev, this);
    }

    /** {@code list_move}: off its list, to the head of this one. */
    public void moveToHead(ListNode<T> node) {
        node.del();
        addHead(node);
    }

    /** {@code list_move_tail}. */
    public void moveToTail(ListNode<T> node) {
        node.del();
        addTail(node);
    }

    /** {@code list_splice_init(this, target)}: all nodes go to the head of {@code target}, in order. */
    public void spliceInitTo(ListHead<T> target) {
        if (isEmpty()) {
            return;
        }
        ListNode<T> first = next;
        ListNode<T> last = prev;
        ListNode<T> at = target.next;
        first.prev = target;
        target.next = first;
        last.next = at;
        at.prev = last;
        next = this;
        prev = this;
    }

    /** Calls {@code action} for each owner; the action may remove that one ({@code list_for_each_entry_safe}). */
    public void forEach(Consumer<? super T> action) {
        ListNode<T> node = next;
        while (node != this) {
            ListNode<T> following = node.next;
            if (following == node) {
                throw hasLeft(node);
            }
            action.accept(node.owner);
            node = following;
        }
    }

    /** Number of nodes, counted. */
    public int count() {
        int n = 0;
        for (ListNode<T> node = next; node != this; node = node.next) {
            n++;
        }
        return n;
    }
}
