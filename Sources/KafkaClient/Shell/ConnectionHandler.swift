import KafkaWire
import NIOCore

/// The protocol end of one connection: requests go out as they come, answers are matched in order.
///
/// Whatever goes wrong ends the connection, and every call that waits then fails as sent.
final class ConnectionHandler: ChannelInboundHandler, ChannelOutboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = Never
    typealias OutboundIn = OutgoingCall
    typealias OutboundOut = ByteBuffer

    private let address: BrokerAddress
    private var frames: FrameSplitter
    private var calls = CallQueue<EventLoopPromise<ByteBuffer>>()
    private var timer: Scheduled<Void>?
    private var timerDue: Duration?
    private var flushIsDue = false
    private var failure: KafkaClientError.Reason?
    private let beginning = ContinuousClock.now

    init(address: BrokerAddress, maxResponseBytes: Int) {
        self.address = address
        self.frames = FrameSplitter(maxFrameLength: maxResponseBytes)
    }

    private var now: Duration { ContinuousClock.now - beginning }

    // MARK: Requests

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let call = unwrapOutboundIn(data)
        guard failure == nil else {
            call.answer.fail(KafkaClientError(.connectionLost("it was closed"), at: address))
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        // Taken over: from here on the call's end is told through its answer alone.
        promise?.succeed()
        let deadline = now + call.timeout
        calls.append(.init(correlationId: call.correlationId, waiter: call.answer, timeout: call.timeout, deadline: deadline))
        context.write(wrapOutboundOut(call.bytes), promise: nil)
        flushSoon(context)
        if timerDue.map({ deadline < $0 }) ?? true { startTimer(context, due: deadline) }
    }

    /// Calls that were made in the meantime share one write to the socket.
    private func flushSoon(_ context: ChannelHandlerContext) {
        guard !flushIsDue else { return }
        flushIsDue = true
        context.eventLoop.assumeIsolated().execute {
            self.flushIsDue = false
            context.flush()
        }
    }

    // MARK: Answers

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard failure == nil else { return }
        frames.append(unwrapInboundIn(data))
        do {
            while let frame = try frames.next() {
                guard let correlationId = frame.getInteger(at: frame.readerIndex, as: Int32.self) else {
                    return end(context, because: .malformedResponse("a frame of \(frame.readableBytes) bytes"))
                }
                try calls.takeAnswered(by: correlationId).succeed(frame)
            }
        } catch let mismatch as CallQueue<EventLoopPromise<ByteBuffer>>.Mismatch {
            let expected = mismatch.expected.map { "\($0)" } ?? "none"
            end(context, because: .malformedResponse("correlation id \(mismatch.received) where \(expected) was due"))
        } catch {
            end(context, because: .malformedResponse((error as? FrameError).flatMap(guessProtocol) ?? "\(error)"))
        }
    }

    // MARK: Ends

    func channelInactive(context: ChannelHandlerContext) {
        end(context, because: .connectionLost("closed by the broker"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(context, because: .connectionLost(describeConnectionFailure(error)))
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        fail(because: .connectionLost("closed by the client"))
        context.close(mode: mode, promise: promise)
    }

    private func end(_ context: ChannelHandlerContext, because reason: KafkaClientError.Reason) {
        guard failure == nil else { return }
        fail(because: reason)
        context.close(promise: nil)
    }

    private func fail(because reason: KafkaClientError.Reason) {
        guard failure == nil else { return }
        failure = reason
        timer?.cancel()
        for call in calls.takeAll() {
            call.waiter.fail(KafkaClientError(reason, at: address, wasSent: true))
        }
    }

    // MARK: Time

    private func startTimer(_ context: ChannelHandlerContext, due: Duration) {
        timer?.cancel()
        timerDue = due
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(due - now)) {
            self.timerDue = nil
            guard let call = self.calls.mostUrgent else { return }
            if call.deadline <= self.now {
                // A broker answers in order: one answer that does not come holds up all that follow.
                self.end(context, because: .timedOut(after: call.timeout))
            } else {
                self.startTimer(context, due: call.deadline)
            }
        }
    }
}
