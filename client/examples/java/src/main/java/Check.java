import com.google.protobuf.ByteString;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import validation.v1.CellReference;
import validation.v1.ValidateRequest;
import validation.v1.ValidatorGrpc;

/**
 * Checks drafts over gRPC: Check [--server 127.0.0.1:5081] draft.txt ...
 * Prints one line for each finding: rule id, severity, cells.
 */
public final class Check {
    public static void main(String[] args) throws Exception {
        var drafts = List.of(args);
        var server = "127.0.0.1:5081";
        if (drafts.size() > 1 && drafts.get(0).equals("--server")) {
            server = drafts.get(1);
            drafts = drafts.subList(2, drafts.size());
        }

        var channel = ManagedChannelBuilder.forTarget(server).usePlaintext().build();
        try {
            var validator = ValidatorGrpc.newBlockingStub(channel);
            for (var draft : drafts) {
                check(validator, Path.of(draft));
            }
        } catch (StatusRuntimeException error) {
            System.err.println(error.getStatus().getCode() + ": " + error.getStatus().getDescription());
            System.exit(1);
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static void check(ValidatorGrpc.ValidatorBlockingStub validator, Path draft) throws Exception {
        var request = ValidateRequest.newBuilder()
            .setFileName(draft.getFileName().toString())
            .setContent(ByteString.copyFrom(Files.readAllBytes(draft)))
            .build();
        var reply = validator.withDeadlineAfter(30, TimeUnit.SECONDS).validate(request);
        System.out.println(String.join("\t", "#", request.getFileName(), reply.getVerdict().name(), reply.getReasonText()));
        for (var finding : reply.getFindingsList()) {
            var cells = finding.getCellsList().stream().map(CellReference::getPath).collect(Collectors.joining(" "));
            System.out.println(String.join("\t", finding.getRuleId(), finding.getSeverity().name(), cells));
        }
    }
}
