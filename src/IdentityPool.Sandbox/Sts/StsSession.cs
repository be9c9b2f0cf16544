using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Iam;

namespace IdentityPools.Sandbox.Sts;

/// <summary>Someone in the guise of a role, with the credentials for it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">The session's name.</param>
/// <param name="Partition">The partition of the role.</param>
/// <param name="AccountId">The account of the role.</param>
/// <param name="Expiration">When the credentials end.</param>
internal sealed record StsSession(IamRole Role, string Name, string Partition, string AccountId, DateTimeOffset Expiration)
{
    public string AccessKeyId { get; } = RandomText.AccessKeyId();

    public string Arn => $"arn:{Partition}:sts::{AccountId}:assumed-role/{Role.Name}/{Name}";

    public string UserId => $"{Role.Id}:{Name}";

    /// <summary>The members that every answer has that makes a session. Its token says in Base64 which role it is of.</summary>
    public JsonObject ToAnswer() =>
        new()
        {
            ["Credentials"] = new JsonObject
            {
                [nameof(AccessKeyId)] = AccessKeyId,
                ["SecretAccessKey"] = RandomText.Secret(40),
                ["SessionToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Role.Arn} {Name} {Guid.NewGuid()}")),
                [nameof(Expiration)] = IamAnswers.Time(Expiration),
            },
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = UserId, [nameof(Arn)] = Arn },
        };
}
