using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Policies;

namespace IdentityPools.Sandbox;

/// <summary>What someone else does in the account, past the network and its faults. The account's lock is held meanwhile.</summary>
/// <param name="account">The account.</param>
internal sealed class ForeignCall(SandboxAccount account)
{
    public string Invoke(string name, string input)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(input);
        var service =
            account.Services.FirstOrDefault(service => service.Model.Operation(name) is not null)
            ?? throw new ArgumentException($"The sandbox does not support the operation '{name}'.", nameof(name));
        var members = Read(input);
        try
        {
            if (InputValidator.Check(service.Model.Operation(name)!.Input, members) is { } fault)
            {
                throw new SandboxServiceException(service.Protocol.ValidationCode, fault);
            }

            var output = service.Invoke(name, members, new(account.Region, null, account.Clock.GetUtcNow()) { IsForeign = true });
            return output?.ToJsonString() ?? "{}";
        }
        catch (SandboxServiceException error)
        {
            throw new ArgumentException($"{name}: {error.Code}: {error.Message}", nameof(input), error);
        }
        // The second one is what the parser says of a member that is a duplicate.
        catch (Exception error) when (error is MalformedPolicyException or ArgumentException)
        {
            throw new ArgumentException($"{name}: {error.Message}", nameof(input), error);
        }
    }

    private static JsonObject Read(string input)
    {
        try
        {
            return JsonNode.Parse(input) as JsonObject ?? throw new ArgumentException("The input is not a JSON object.", nameof(input));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The input is not JSON: {error.Message}", nameof(input), error);
        }
    }
}
