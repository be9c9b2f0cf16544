using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>Maps, place indexes, route calculators, trackers and geofences: each kind of resource has actions of its own.</summary>
internal static class LocationAccess
{
    private const string Collection = "geofence-collection/";
    private const string Map = "map/";
    private const string Places = "place-index/";
    private const string Routes = "route-calculator/";
    private const string Tracker = "tracker/";

    private static readonly ValueList<string> Kinds = [Collection, Map, Places, Routes, Tracker];

    /// <summary>Only trackers and geofences can be written to.</summary>
    /// <remarks>
    /// Per identity, a tracker's device has to be the identity's id. Every request of these actions names its devices, so that <c>ForAllValues</c> cannot be
    /// true for want of them; ListDevicePositions, which names none, is left out.
    /// </remarks>
    public static ServiceAccess Location(string source)
    {
        ValueList<string> ownRead = ["geo:BatchGetDevicePosition", "geo:GetDevicePosition", "geo:GetDevicePositionHistory"];
        return new("geo", "arn:aws:geo:eu-west-1:123456789012:tracker/vans", source)
        {
            Kinds = Kinds,
            Read =
            [
                Grant(Collection, "geo:GetGeofence", "geo:ListGeofences"),
                Grant(Map, "geo:GetMapGlyphs", "geo:GetMapSprites", "geo:GetMapStyleDescriptor", "geo:GetMapTile"),
                Grant(Places, "geo:GetPlace", "geo:SearchPlaceIndexForPosition", "geo:SearchPlaceIndexForSuggestions", "geo:SearchPlaceIndexForText"),
                Grant(Routes, "geo:CalculateRoute", "geo:CalculateRouteMatrix"),
                Grant(Tracker, [.. ownRead, "geo:ListDevicePositions"]),
            ],
            Write =
            [
                Grant(Collection, "geo:BatchDeleteGeofence", "geo:BatchEvaluateGeofences", "geo:BatchPutGeofence", "geo:PutGeofence"),
                Grant(Tracker, "geo:BatchDeleteDevicePositionHistory", "geo:BatchUpdateDevicePosition"),
            ],
            ReadPerIdentity = [Grant(Tracker, ownRead) with { When = OwnDevice }],
            WritePerIdentity = [Grant(Tracker, "geo:BatchUpdateDevicePosition") with { When = OwnDevice }],
        };

        static TemplateMapping OwnDevice(ResourceName tracker) =>
            TemplateMapping.Single("ForAllValues:StringEquals", TemplateMapping.Single("geo:DeviceIds", ResourceName.Identity));
    }

    /// <summary>Actions on resources of one kind, and on those whose kind is not known.</summary>
    private static AccessGrant Grant(string kind, params ValueList<string> actions)
    {
        return new(actions) { On = resource => IsOf(resource, kind) || !Kinds.Any(known => IsOf(resource, known)) ? [resource] : [] };

        static bool IsOf(ResourceName resource, string kind) => resource.Cut(":" + kind).After is not null;
    }
}
