// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.List;

/** Those that a search finds; {@code docs/c-driver-findings.md} has the others, and tells more of each. */
final class OpenMistakes {
    private static final String BOTH = "5.10.198, 7.1.5";
    private static final String LINUX = "add-unless";
    private static final String CLOSED = "cancel-at-close";

    static final List<OpenMistake> ALL = List.of(
        new OpenMistake("refill window", BOTH,
            "`stat_work` that is held up across a reopen posts status read buffers that the reopen counts as missing as well.", LINUX,
            "srb-limit",
            "lab.scenario.LinkFlapTest#afterABurstTwiceTheAgreedNumberIsPosted"),
        new OpenMistake("leftover SBALs", BOTH,
            "A request that is made and not sent leaves its flags in its SBAL, and after a reopen the SBAL may become one of a chain.", CLOSED,
            "zfcp left request SBALs as they were",
            "zfcp.qdio.QdioConnectionTest#closeLeavesTheSbalOfARequestThatWasMadeAndNotSent"),
        new OpenMistake("host_lock twice", BOTH,
            "The LUNs of a port are recovered with `host_lock` held, which the dismissal of the port's action takes again.", CLOSED,
            "_zfcp_erp_lun_reopen_all recovers a LUN that needs host_lock",
            "zfcp.erp.strategy.FollowupLockTest#aLunWhosePortIsBlockedMeanwhileTakesTheHostLockAgain"),
        new OpenMistake("lost PORT_CLOSED", BOTH,
            "The port of a PORT_CLOSED is looked up by a D_ID that a link test or a failed open has cleared.", CLOSED,
            "PORT_CLOSED got lost",
            "lab.check.ReactionCheckerTest#aPortWhoseAddressALinkTestHasJustClearedIsAKnownMistake"),
        new OpenMistake("unknown port type", BOTH,
            "A link that goes and comes back in the midst of a recovery leaves the port type unknown, and ports are not scanned any more.", CLOSED,
            "an adapter does not know its fabric any more",
            "findings.RecoveryMistakesTest#aLinkThatBouncesInTheMidstOfARecoveryLeavesThePortTypeUnknownUntilTheNextOneAsInC"),
        new OpenMistake("recovery stuck without memory", BOTH,
            "If all actions are out of memory, and the adapter has failed, the reopen that takes their place is refused, and they stay forever.",
            CLOSED, "recovery is stuck",
            "findings.RecoveryMistakesTest#recoveryWithoutMemoryIsStuckWhenTheAdapterHasFailedUntilTheLinkIsUpAsInC"),
        new OpenMistake("I/O let through", BOTH,
            "The recovery thread registers the remote port of a port that somebody has just blocked.", CLOSED,
            "I/O was let through to a port that was just blocked",
            "lab.check.PortCheckerTest#whoeverLooksUnderTheLockAndFindsThePortBlockedRightAfterwardsMakesAKnownMistake"),
        new OpenMistake("late completion", BOTH,
            "A reset that gives up with FAST_IO_FAIL does not make requests forget their commands, which the midlayer takes back.", CLOSED,
            "a command was completed after a reset had given it up",
            "lab.io.InitiatorTest#aResetThatGivesUpDoesNotMakeRequestsForgetTheirCommandsAsInC"),
        new OpenMistake("lost look-up", BOTH,
            "The D_ID of a port is found before the recovery thread has ended the action that had it looked up: the reopen that follows is dropped.",
            CLOSED, "a port stays closed, with a mistake of zfcp itself",
            "findings.RecoveryMistakesTest#aDIdThatIsFoundBeforeTheActionHasEndedLeavesThePortClosedAsInC"),
        new OpenMistake("endless recovery", BOTH,
            "The action of a port that is being removed, when it is out of memory, is not dismissed by the reopen that takes its place.", CLOSED,
            "recovery is never over, with a mistake of zfcp itself",
            "findings.RecoveryMistakesTest#recoveryOfAPortThatIsRemovedWhileThereIsNoMemoryIsNeverOverAsInC"),
        new OpenMistake("dismissed in send", BOTH,
            "An FCP command that is sent while the queues are being closed may be freed by recovery and by its sender.", CLOSED,
            "an FCP command was dismissed while it was being sent",
            "findings.DismissedInSendTest#aCommandThatIsDismissedWhileItIsSentIsFreedOnceWhereCFreesItTwice"),
        new OpenMistake("disabled tasklets", "7.1.5",
            "Closing the queues disables tasklets that may be scheduled; destroying them waits forever for one that is.", CLOSED,
            "a tasklet was disabled when it was scheduled",
            "findings.DefectsOf71Test#killingATaskletThatIsScheduledAndDisabledDoesNotEndIn71"));

    private OpenMistakes() {
    }
}
