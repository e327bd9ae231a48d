package mnvh.fix;

import java.util.List;
import java.util.function.Consumer;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.venue.CancelRejection;
import mnvh.venue.Commissions;
import mnvh.venue.ExecutionListener;
import mnvh.venue.OrderRejection;
import mnvh.venue.WorkingOrder;
import org.jspecify.annotations.Nullable;
import quickfix.Message;

/** Reports of the matching engine as ExecutionReport(35=8) and OrderCancelReject(35=9). One thread. */
final class SimulatorReports implements ExecutionListener {
    private final SimulatorOrders orders;
    private final SimulatorPositions positions;
    private final Consumer<Message> sender;
    private final Consumer<Message> copier;
    private final @Nullable Commissions commissions;
    private long reports;

    /**
     * @param copier takes every execution that was sent
     * @param commissions what fills cost; null reports no Commission(12)
     */
    SimulatorReports(
            SimulatorOrders orders,
            SimulatorPositions positions,
            Consumer<Message> sender,
            Consumer<Message> copier,
            @Nullable Commissions commissions) {
        this.orders = orders;
        this.positions = positions;
        this.sender = sender;
        this.copier = copier;
        this.commissions = commissions;
    }

    @Override
    public void onAccepted(
            long timestampNs, long clOrdId, long orderId, int instrument, Side side, long quantity, long price) {
        SimulatorOrders.Entry order = orders.entry(clOrdId);
        Message report = report(timestampNs, order, orderId, "0", "0", quantity, 0, quantity, 0);
        report.setString(Tag.PRICE, DecimalText.format(price));
        sender.accept(report);
    }

    @Override
    public void onFill(
            long timestampNs,
            long clOrdId,
            long orderId,
            long execId,
            int instrument,
            Side side,
            long orderQuantity,
            long lastQuantity,
            long lastPrice,
            Liquidity liquidity,
            long cumQuantity,
            long leavesQuantity) {
        SimulatorOrders.Entry order = orders.entry(clOrdId);
        long average = order.averagePrice(lastQuantity, lastPrice, cumQuantity);
        String status = leavesQuantity == 0 ? "2" : "1";
        Message report =
                report(timestampNs, order, orderId, "F", status, orderQuantity, cumQuantity, leavesQuantity, average);
        report.setString(Tag.EXEC_ID, "F-" + execId);
        report.setString(Tag.LAST_QTY, DecimalText.format(lastQuantity));
        report.setString(Tag.LAST_PX, DecimalText.format(lastPrice));
        report.setChar(Tag.LAST_LIQUIDITY_IND, liquidity.fixCode());
        if (commissions != null) {
            long charged = commissions.charge(instrument, side, liquidity, lastQuantity, lastPrice, timestampNs);
            report.setString(Tag.COMMISSION, DecimalText.format(charged));
            report.setChar(Tag.COMM_TYPE, ReportedCommission.ABSOLUTE);
            report.setString(Tag.COMM_CURRENCY, commissions.currency(instrument));
        }
        positions.onFill(order.clOrdId, instrument, side, lastQuantity);
        sender.accept(report);
        copier.accept(report);
    }

    @Override
    public void onCanceled(
            long timestampNs,
            long clOrdId,
            long requestClOrdId,
            long orderId,
            int instrument,
            Side side,
            long orderQuantity,
            long cumQuantity) {
        SimulatorOrders.Entry order = orders.entry(clOrdId);
        long average = order.averagePrice(cumQuantity);
        Message report = report(timestampNs, order, orderId, "4", "4", orderQuantity, cumQuantity, 0, average);
        if (requestClOrdId != 0) {
            report.setString(Tag.CL_ORD_ID, orders.entry(requestClOrdId).clOrdId);
            report.setString(Tag.ORIG_CL_ORD_ID, order.clOrdId);
        }
        sender.accept(report);
    }

    @Override
    public void onExpired(
            long timestampNs,
            long clOrdId,
            long orderId,
            int instrument,
            Side side,
            long orderQuantity,
            long cumQuantity) {
        SimulatorOrders.Entry order = orders.entry(clOrdId);
        long average = order.averagePrice(cumQuantity);
        sender.accept(report(timestampNs, order, orderId, "C", "C", orderQuantity, cumQuantity, 0, average));
    }

    @Override
    public void onRejected(
            long timestampNs,
            long clOrdId,
            int instrument,
            Side side,
            long quantity,
            long price,
            OrderRejection reason) {
        reject(timestampNs, orders.entry(clOrdId), reason.fixCode(), reason.text());
    }

    @Override
    public void onCancelRejected(long timestampNs, long requestClOrdId, long origClOrdId, CancelRejection reason) {
        Message reject = new Message();
        reject.getHeader().setString(Tag.MSG_TYPE, MsgType.ORDER_CANCEL_REJECT);
        reject.setString(Tag.ORDER_ID, "NONE");
        reject.setString(Tag.CL_ORD_ID, orders.entry(requestClOrdId).clOrdId);
        reject.setString(Tag.ORIG_CL_ORD_ID, orders.entry(origClOrdId).clOrdId);
        reject.setString(Tag.ORD_STATUS, "8");
        reject.setString(Tag.CXL_REJ_RESPONSE_TO, "1");
        reject.setInt(Tag.CXL_REJ_REASON, reason.fixCode());
        reject.setString(Tag.TEXT, reason.text());
        reject.setString(Tag.TRANSACT_TIME, FixTime.timestamp(timestampNs));
        sender.accept(reject);
    }

    /**
     * Answers OrderMassStatusRequest(35=AF): a report of every working order, or a rejected one where there is none.
     *
     * @param working what works
     */
    void massStatus(long timestampNs, String requestId, List<WorkingOrder> working) {
        if (working.isEmpty()) {
            SimulatorOrders.Entry none = new SimulatorOrders.Entry(0, "NONE", "NONE", Side.BUY);
            Message report = status(timestampNs, requestId, none, "8", new WorkingOrder(0, 0, 0, 0, 0));
            report.setInt(Tag.TOT_NUM_REPORTS, 0);
            report.setString(Tag.LAST_RPT_REQUESTED, "Y");
            report.setString(Tag.TEXT, "no order works");
            sender.accept(report);
        }
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            String code = order.orderId() == 0 ? "A" : order.cumQuantity() == 0 ? "0" : "1";
            Message report = status(timestampNs, requestId, orders.entry(order.clOrdId()), code, order);
            report.setString(Tag.PRICE, DecimalText.format(order.price()));
            report.setInt(Tag.TOT_NUM_REPORTS, working.size());
            report.setString(Tag.LAST_RPT_REQUESTED, i == working.size() - 1 ? "Y" : "N");
            sender.accept(report);
        }
    }

    private Message status(
            long timestampNs, String requestId, SimulatorOrders.Entry entry, String code, WorkingOrder order) {
        long cumulative = order.cumQuantity();
        long leaves = order.quantity() - cumulative;
        long average = entry.averagePrice(cumulative);
        Message report =
                report(timestampNs, entry, order.orderId(), "I", code, order.quantity(), cumulative, leaves, average);
        report.setString(Tag.MASS_STATUS_REQ_ID, requestId);
        return report;
    }

    /** Refuses an order that the engine never saw. */
    void reject(long timestampNs, SimulatorOrders.Entry order, int reason, String text) {
        Message report = report(timestampNs, order, 0, "8", "8", 0, 0, 0, 0);
        report.setInt(Tag.ORD_REJ_REASON, reason);
        report.setString(Tag.TEXT, text);
        sender.accept(report);
    }

    private Message report(
            long timestampNs,
            SimulatorOrders.Entry order,
            long orderId,
            String execType,
            String status,
            long quantity,
            long cumulative,
            long leaves,
            long averagePrice) {
        Message report = new Message();
        report.getHeader().setString(Tag.MSG_TYPE, MsgType.EXECUTION_REPORT);
        report.setString(Tag.ORDER_ID, orderId == 0 ? "NONE" : Long.toString(orderId));
        report.setString(Tag.CL_ORD_ID, order.clOrdId);
        report.setString(Tag.EXEC_ID, "R-" + ++reports);
        report.setString(Tag.EXEC_TYPE, execType);
        report.setString(Tag.ORD_STATUS, status);
        report.setString(Tag.SYMBOL, order.symbol);
        report.setChar(Tag.SIDE, order.side.fixCode());
        report.setString(Tag.ORDER_QTY, DecimalText.format(quantity));
        report.setString(Tag.CUM_QTY, DecimalText.format(cumulative));
        report.setString(Tag.LEAVES_QTY, DecimalText.format(leaves));
        report.setString(Tag.AVG_PX, DecimalText.format(averagePrice));
        report.setString(Tag.TRANSACT_TIME, FixTime.timestamp(timestampNs));
        return report;
    }
}
