using System.Text;

namespace ServiceClientGenerator;

/// <summary>Writes the interface of a client and the client.</summary>
internal static class ClientWriter
{
    public static string Write(Surface surface)
    {
        var name = surface.Client;
        var code = new StringBuilder(
            $$"""
            using System.Net;
            using {{surface.Namespace}}.Model;
            using Amazon.Runtime;
            using Amazon.Runtime.Internal;
            using AwsServiceClients.Endpoints;
            using AwsServiceClients.Protocol;

            namespace {{surface.Namespace}};

            /// <summary>The operations of the service that are used here; each is documented by AWS under its own name.</summary>
            public interface I{{name}} : IAmazonService, IDisposable
            {

            """
        );
        foreach (var operation in surface.Operations)
        {
            code.AppendLine($"    {Signature(operation, " = default")};").AppendLine();
        }

        code.Append(
            $$"""
                static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {{name}}Config();

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
                    new {{name}}Client(awsCredentials, ({{name}}Config)clientConfig);
            }

            /// <summary>A client of the service.</summary>
            public class {{name}}Client : AmazonServiceClient, I{{name}}
            {
                private static readonly ServiceProtocol Protocol = {{Protocol(surface)}};
                private static readonly ServiceName Name = new({{name}}Config.ServiceId);

                public {{name}}Client()
                    : this(new {{name}}Config()) { }

                public {{name}}Client(RegionEndpoint region)
                    : this(new {{name}}Config { RegionEndpoint = region }) { }

                public {{name}}Client({{name}}Config config)
                    : base(config) { }

                public {{name}}Client(AWSCredentials credentials)
                    : this(credentials, new {{name}}Config()) { }

                public {{name}}Client(AWSCredentials credentials, RegionEndpoint region)
                    : this(credentials, new {{name}}Config { RegionEndpoint = region }) { }

                public {{name}}Client(AWSCredentials credentials, {{name}}Config clientConfig)
                    : base(credentials, clientConfig) { }

                /// <inheritdoc/>
                protected override IServiceMetadata ServiceMetadata => Name;


            """
        );
        foreach (var operation in surface.Operations)
        {
            code.AppendLine("    /// <inheritdoc/>")
                .AppendLine($"    public virtual {Signature(operation, " = default")} =>")
                .AppendLine(
                    $"        InvokeAsync<{operation}Response>(request, Protocol.Options<{operation}Response>(\"{operation}\", {operation}RequestShape.Instance, {operation}ResponseShape.Instance), cancellationToken);"
                )
                .AppendLine();
        }

        var unsigned = surface.Operations.Where(operation => surface.Model.Operations[operation].IsUnsigned).Select(operation => $"typeof({operation}Request)");
        var errors = surface.Model.Errors.Select(code =>
            $"            \"{code}\" => new {Surface.ExceptionOf(code)}(message, inner, type, code, requestId, status),"
        );
        return code.Append(
                $$"""
                    /// <inheritdoc/>
                    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
                    {
                        pipeline.RemoveHandler<EndpointResolver>();
                        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
                        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler({{string.Join(", ", unsigned)}}));
                    }

                    private static AmazonServiceException ErrorOf(string code, string message, Exception? inner, ErrorType type, string requestId, HttpStatusCode status) =>
                        code switch
                        {
                {{string.Join("\n", errors)}}
                            _ => new {{name}}Exception(message, inner, type, code, requestId, status),
                        };
                }

                """
            )
            .ToString();
    }

    private static string Signature(string operation, string defaultValue) =>
        $"Task<{operation}Response> {operation}Async({operation}Request request, CancellationToken cancellationToken{defaultValue})";

    private static string Protocol(Surface surface) =>
        surface.Model.Protocol == "json"
            ? $"new JsonProtocol(ErrorOf, \"{surface.Namespace}\", \"{surface.Model.TargetPrefix}\", \"{surface.Model.ApiVersion}\")"
            : $"new QueryProtocol(ErrorOf, \"{surface.Namespace}\", \"{surface.Model.ApiVersion}\")";
}
