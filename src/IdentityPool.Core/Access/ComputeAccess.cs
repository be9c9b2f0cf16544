using IdentityPools.Template;

namespace IdentityPools.Access;

/// <summary>Functions, models, monitors and maps.</summary>
internal static class ComputeAccess
{
    /// <summary>Functions, with their versions and aliases.</summary>
    public static ServiceAccess Lambda(string source)
    {
        return new("lambda", "arn:aws:lambda:eu-west-1:123456789012:function:checkout", source)
        {
            Read = [new("lambda:GetFunctionConfiguration", "lambda:ListAliases", "lambda:ListVersionsByFunction") { On = WithVersions }],
            Write = [new("lambda:InvokeFunction") { On = WithVersions }],
        };

        static IEnumerable<TemplateValue> WithVersions(ResourceName function) => [function.Value, function.Below(":*")];
    }

    public static ServiceAccess Bedrock(string source) =>
        new("bedrock", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", source)
        {
            Read = [new("bedrock:GetFoundationModel", "bedrock:GetInferenceProfile")],
            Write = [new("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream")],
        };

    public static ServiceAccess Rum(string source) =>
        new("rum", "arn:aws:rum:eu-west-1:123456789012:appmonitor/shop", source)
        {
            Read = [new("rum:GetAppMonitor", "rum:GetAppMonitorData")],
            Write = [new("rum:PutRumEvents")],
        };

    /// <summary>Maps, place indexes, route calculators, trackers and geofences.</summary>
    /// <remarks>
    /// Per identity, a tracker's device has to be the identity's id:
    /// https://docs.aws.amazon.com/location/latest/developerguide/security_iam_id-based-policy-examples.html
    /// </remarks>
    public static ServiceAccess Location(string source)
    {
        ValueList<string> ownRead = ["geo:BatchGetDevicePosition", "geo:GetDevicePosition", "geo:GetDevicePositionHistory"];
        return new("geo", "arn:aws:geo:eu-west-1:123456789012:tracker/vans", source)
        {
            Read =
            [
                new([
                    .. ownRead,
                    "geo:CalculateRoute",
                    "geo:CalculateRouteMatrix",
                    "geo:GetGeofence",
                    "geo:GetMapGlyphs",
                    "geo:GetMapSprites",
                    "geo:GetMapStyleDescriptor",
                    "geo:GetMapTile",
                    "geo:GetPlace",
                    "geo:ListDevicePositions",
                    "geo:ListGeofences",
                    "geo:SearchPlaceIndexForPosition",
                    "geo:SearchPlaceIndexForSuggestions",
                    "geo:SearchPlaceIndexForText",
                ]),
            ],
            Write =
            [
                new(
                    "geo:BatchDeleteDevicePositionHistory",
                    "geo:BatchDeleteGeofence",
                    "geo:BatchEvaluateGeofences",
                    "geo:BatchPutGeofence",
                    "geo:BatchUpdateDevicePosition",
                    "geo:PutGeofence"
                ),
            ],
            ReadPerIdentity = [new(ownRead) { When = OwnDevice }],
            WritePerIdentity = [new("geo:BatchUpdateDevicePosition") { When = OwnDevice }],
        };

        // Every request of these actions names its devices, so that ForAllValues cannot be true for want of a key.
        static TemplateMapping OwnDevice(ResourceName tracker) =>
            TemplateMapping.Of("ForAllValues:StringEquals", TemplateMapping.Of("geo:DeviceIds", ResourceName.Identity));
    }
}
