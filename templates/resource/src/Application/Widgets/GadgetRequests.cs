using AchieveApex.Domain.Widgets;

namespace AchieveApex.Application.Widgets;

[Requires<Gadget>(Access.View)]
public sealed record ListGadgets : List<Gadget, GadgetView>;

[Requires<Gadget>(Access.View)]
public sealed record GetGadget(RecordId Id) : Get<Gadget, GadgetView>(Id);

[Requires<Gadget>(Access.Create)]
public sealed record CreateGadget(Input<GadgetFields> Input) : Create<Gadget, GadgetFields, GadgetView>(Input);

[Requires<Gadget>(Access.Update)]
public sealed record ReplaceGadget(RecordId Id, Input<GadgetFields> Input) : Replace<Gadget, GadgetFields, GadgetView>(Id, Input);

[Requires<Gadget>(Access.Update)]
public sealed record PatchGadget(RecordId Id, Input<GadgetFields> Input) : Patch<Gadget, GadgetFields, GadgetView>(Id, Input);

[Requires<Gadget>(Access.Delete)]
public sealed record RemoveGadget(RecordId Id) : Remove<Gadget, GadgetView>(Id);
