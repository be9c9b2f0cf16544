using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IdentityPools.UnitTests.Clients;

/// <summary>
/// The SDK repeats a call as often as it would, and does not sleep in between: it waits by the clock of the system, of which a thousand faults would make
/// minutes.
/// </summary>
internal sealed class SwiftRetries : IRuntimePipelineCustomizer
{
    public string UniqueName => nameof(SwiftRetries);

    [ModuleInitializer]
    internal static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new SwiftRetries());

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var handler = pipeline.Handlers.OfType<RetryHandler>().Single();
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new Policy(handler.RetryPolicy.MaxRetries)));
    }

    private sealed class Policy(int retries) : StandardRetryPolicy(retries)
    {
        public override Task WaitBeforeRetryAsync(IExecutionContext executionContext) => Task.CompletedTask;
    }
}
