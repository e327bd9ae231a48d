package mnvh.fix;

/**
 * A session at one moment, for monitors.
 *
 * @param loggedOn whether the FIX session is logged on
 * @param up whether orders may leave: logged on, universe compared, quotes subscribed
 * @param nextSenderMsgSeqNum number of the next message out
 * @param nextTargetMsgSeqNum number of the next message in
 * @param messagesIn messages received, of the session level too
 * @param messagesOut messages sent, of the session level too
 * @param refused messages or parts of messages refused at the edge
 * @param notSent orders and cancels that never left
 * @param resendRequests requests of either side to repeat messages, 35=2 in and out: each tells of a gap
 * @param silenceNs time since the last message in, heartbeats included; -1 before the first
 */
public record FixStatus(
        boolean loggedOn,
        boolean up,
        int nextSenderMsgSeqNum,
        int nextTargetMsgSeqNum,
        long messagesIn,
        long messagesOut,
        long refused,
        long notSent,
        long resendRequests,
        long silenceNs) {}
